"""Keys are kept where the system keeps such things, and never shown."""

import traceback
from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

from reviewer.host.credentials import credential, keep_credential
from reviewer.model.errors import StorageError

VARIABLE = "REVIEWER_DEEPL_KEY"
KEY = "s3cret"


class InMemory(KeyringBackend):
    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("not found")


class Locked(InMemory):
    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError(f"cannot take {password}")


def using(backend: KeyringBackend) -> Iterator[KeyringBackend]:
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


@pytest.fixture
def ring() -> Iterator[KeyringBackend]:
    yield from using(InMemory())


@pytest.fixture
def locked() -> Iterator[KeyringBackend]:
    yield from using(Locked())


@pytest.mark.usefixtures("ring")
def test_a_key_is_kept_changed_and_taken_out() -> None:
    assert credential("deepl", "key", VARIABLE) == ""
    keep_credential("deepl", "key", VARIABLE, "one")
    keep_credential("deepl", "key", VARIABLE, "two")
    assert credential("deepl", "key", VARIABLE) == "two"
    keep_credential("deepl", "key", VARIABLE, "")
    keep_credential("deepl", "key", VARIABLE, "")
    assert credential("deepl", "key", VARIABLE) == ""


@pytest.mark.usefixtures("ring")
def test_the_environment_goes_before_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_credential("deepl", "key", VARIABLE, "kept")
    monkeypatch.setenv(VARIABLE, " given\n")
    assert credential("deepl", "key", VARIABLE) == "given"


@pytest.mark.usefixtures("locked")
def test_a_locked_keyring_is_as_if_nothing_were_set() -> None:
    assert credential("deepl", "key", VARIABLE) == ""


@pytest.mark.usefixtures("locked")
def test_a_key_that_cannot_be_kept_is_not_shown_by_the_error() -> None:
    with pytest.raises(StorageError, match=VARIABLE) as caught:
        keep_credential("deepl", "key", VARIABLE, KEY)
    assert KEY not in "".join(traceback.format_exception(caught.value, chain=True))
    assert caught.value.__context__ is None
