"""What stands in many booths, each made once in a process and placed as an instance."""
