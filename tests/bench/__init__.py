"""What a request costs, against the budgets: `make bench`.

Everything is measured on what would be uploaded, in interpreters that see nothing else, against a stand-in for AWS
on this machine. Only ratios within one run mean anything.
"""
