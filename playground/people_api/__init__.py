"""The People API: what a person can see and do, as JSON. The page and the Python client use it alike."""
