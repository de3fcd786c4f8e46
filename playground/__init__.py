"""A local Slack workspace in the browser, for any one app that has a manifest: a stage to try it and test it on.

It knows nothing of the app but its manifest and the seed it is given. README.md tells how to use it.
"""
