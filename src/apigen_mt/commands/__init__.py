"""The commands, a module for each family. `cli` names them; a module is imported when its command runs."""
