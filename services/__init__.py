"""What can happen: one module per deed, named by its verb, one transaction each."""
