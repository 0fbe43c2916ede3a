"""For several replicas: a bounded pool of threads and connections, and jobs that are run again."""
