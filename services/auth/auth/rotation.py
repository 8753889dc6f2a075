"""Where auth keeps what its vault has sealed."""

from __future__ import annotations

from auth.tables import hooks, sign_in_states, vault
from kit.rotation import ANSWERS, Place

PLACES = (
    Place(vault.c.user_id, (vault.c.token, vault.c.refresh_token)),
    Place(sign_in_states.c.state_hash, (sign_in_states.c.verifier,)),
    ANSWERS,
    Place(hooks.c.id, (hooks.c.secret,)),
)
