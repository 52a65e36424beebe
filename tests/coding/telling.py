"""What events tell, for comparing: a set of tuples."""


def told(events):
    """Type, modes and both sides' codes of every event."""
    return {
        (e.event[0], *e.mode, "+".join(str(p.code) for p in e.actor), "+".join(str(p.code) for p in e.recipient))
        for e in events
    }
