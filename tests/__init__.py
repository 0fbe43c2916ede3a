"""The tests mirror the house; a folder that shares something costly for a while is a package of its own."""
