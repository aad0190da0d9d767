// Room for the first type.
