"""What a notice says, gathered at the moment it is rendered: one module per subject, one function per kind."""
