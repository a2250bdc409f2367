"""One botocore session for the whole process: credentials and region are looked up once."""

import os
from functools import cache

import botocore.session
from botocore.credentials import Credentials
from botocore.exceptions import NoCredentialsError


@cache
def session() -> botocore.session.Session:
    return botocore.session.get_session()


def credentials() -> Credentials:
    """The function's own role. Raises NoCredentialsError."""
    found = session().get_credentials()
    if found is None:
        raise NoCredentialsError
    return found


def region() -> str:
    """The region as Lambda and the AWS tools set it."""
    return os.environ.get("AWS_REGION") or os.environ["AWS_DEFAULT_REGION"]
