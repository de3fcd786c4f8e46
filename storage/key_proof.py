"""Whether the keys given at start are the ones this database was sealed with."""

from sqlalchemy.exc import IntegrityError

from storage.models.keys import KeyProof
from storage.transaction import Transaction

PROOF_ID = 1
PLACE = "key_proof|1|sealed"
KNOWN_WORD = "rapport"


async def prove_keys(tx: Transaction) -> None:
    """Open the known word that this database keeps; seal it when the database is new.

    It stays sealed with the first key ever used, so that this key is asked for as long as words may be sealed with it.

    Raises:
        WrongKeyError: the database was sealed with a key that is not in the keyring.
        BrokenSealError: the known word was altered.
    """
    proof = await tx.get(KeyProof, PROOF_ID)
    if proof is None:
        try:
            async with tx.begin_nested():
                tx.add(KeyProof(id=PROOF_ID, sealed=tx.keyring.seal(KNOWN_WORD, PLACE)))
        except IntegrityError:
            # Another process started at the same moment and was first; its keys count.
            proof = await tx.get_one(KeyProof, PROOF_ID)
        else:
            return
    tx.keyring.open(proof.sealed, PLACE)
