"""A receiver of webhooks: verifies each delivery, keeps it once, and answers.

pip install standardwebhooks
WEBHOOK_SECRET=whsec_… python receiver.py 8000 kept.db
"""

import os
import sqlite3
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

from standardwebhooks import Webhook, WebhookVerificationError

LONGEST = 1_000_000
"""Bytes of a delivery."""


class Kept:
    """Deliveries by their id, in a file that outlives this process."""

    def __init__(self, path: str) -> None:
        self._database = sqlite3.connect(path)
        self._database.execute(
            "CREATE TABLE IF NOT EXISTS deliveries (id TEXT PRIMARY KEY, body TEXT NOT NULL)"
        )

    def keep(self, delivery_id: str, body: bytes) -> bool:
        """Whether it is new; what follows from it belongs into the same transaction."""
        with self._database as transaction:
            told = transaction.execute(
                "INSERT OR IGNORE INTO deliveries VALUES (?, ?)", (delivery_id, body.decode())
            )
        return told.rowcount == 1


class Receiver(HTTPServer):
    """`secrets`: the webhook's own and, while it rotates, the new one."""

    def __init__(self, port: int, secrets: list[str], kept: Kept) -> None:
        super().__init__(("127.0.0.1", port), Delivery)
        self.verifiers = [Webhook(secret) for secret in secrets]
        self.kept = kept


class Delivery(BaseHTTPRequestHandler):
    server: Receiver
    timeout = 10

    def do_POST(self) -> None:
        size = self.headers.get("content-length", "")
        if not size.isdecimal() or int(size) > LONGEST:
            return self._answer(413)
        body = self.rfile.read(int(size))
        if not self._is_ours(body):
            return self._answer(401)
        new = self.server.kept.keep(self.headers["webhook-id"], body)
        return self._answer(201 if new else 200)

    def _is_ours(self, body: bytes) -> bool:
        headers = dict(self.headers.items())
        for verifier in self.server.verifiers:
            try:
                verifier.verify(body, headers)
            except (WebhookVerificationError, ValueError):  # ValueError: a signature that is none, or no JSON
                continue
            return True
        return False

    def _answer(self, status: int) -> None:
        self.send_response(status)
        self.send_header("content-length", "0")
        self.end_headers()


if __name__ == "__main__":
    receiver = Receiver(int(sys.argv[1]), os.environ["WEBHOOK_SECRET"].split(), Kept(sys.argv[2]))
    print(f"Listening on port {receiver.server_port}.", flush=True)
    receiver.serve_forever()
