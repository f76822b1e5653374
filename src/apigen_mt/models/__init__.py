"""Language models behind one seam: what is asked, what is answered, and everything that stands between."""
