def test_x(dataset, rows, tmp_path):
    import time, subprocess
    from apigen_mt.dataset.reverify import reverify
    print(subprocess.run(f"find {dataset} -type f | xargs ls -la; cat {dataset}/README.md", shell=True, text=True, capture_output=True).stdout)
    t=time.time(); r = reverify(dataset, 1); print(time.time()-t); print(r.table())
    from apigen_mt.dataset.export import export
    for f,n in (("openai","a.jsonl"),("sharegpt","b.json"),("trl","c.parquet")):
        print(export(dataset,f,tmp_path/n), (tmp_path/n).stat().st_size)
        t=time.time(); print(reverify(tmp_path/n,1).table(), time.time()-t)
