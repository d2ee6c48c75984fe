"""Translation engines, and everything around a call to one."""
