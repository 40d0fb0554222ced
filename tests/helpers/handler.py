"""A handler as a developer runs it on the own machine: a real server that keeps what is posted."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl


@dataclass
class Post:
    """One request as it came over the wire."""

    path: str
    headers: dict[str, str]
    body: str

    @property
    def fields(self) -> dict[str, str]:
        """The names in brackets and their texts."""
        return dict(parse_qsl(self.body, keep_blank_values=True, strict_parsing=True))


@dataclass
class LocalHandler:
    """Answers `status` and `answer`, or whatever `decide` says of the number of the post."""

    status: int = 200
    answer: str = "ok"
    decide: Callable[[int], int] | None = None
    posts: list[Post] = field(default_factory=list)
    url: str = ""

    def texts(self) -> list[str]:
        """The texts of messages, in the order in which they came."""
        name = "data[MESSAGES][0][message][text]"
        return [post.fields[name] for post in self.posts if name in post.fields]

    def reply(self, post: Post) -> tuple[int, bytes]:
        """What this handler says to a post."""
        self.posts.append(post)
        status = self.decide(len(self.posts)) if self.decide else self.status
        return status, self.answer.encode()


@contextmanager
def local_handler(port: int = 0, **how: object) -> Iterator[LocalHandler]:
    """A handler in a thread, gone with the block."""
    handler = LocalHandler(**how)  # type: ignore[arg-type]

    class Requests(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            headers = {name.lower(): value for name, value in self.headers.items()}
            status, answer = handler.reply(Post(self.path, headers, body))
            if status:  # 0: hangs up without a word
                self.send_response(status)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    server = ThreadingHTTPServer(("127.0.0.1", port), Requests)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    handler.url = f"http://127.0.0.1:{server.server_port}/handler"
    try:
        yield handler
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def free_port() -> Iterator[int]:
    """A port at which nobody answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        yield probe.getsockname()[1]
