"""The People API: what a person can see and do in the workspace, as JSON. The page and the Python client use it alike."""
