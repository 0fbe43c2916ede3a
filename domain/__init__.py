"""What a working group is: values, rules and use cases. Standard library only; nothing here waits."""
