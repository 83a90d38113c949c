"""YAML → problems, or packs: reading, rules, the audit, editions, tours, the field guide."""
