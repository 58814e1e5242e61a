"""Validates files against a JSON Schema: validate.py SCHEMA FILE...

YAML is read as JSON: a plain scalar that YAML 1.1 takes for a day or a moment stays a text.
Prints one line a fault and ends with 1 if there is any."""

import json
import sys

import jsonschema
import yaml


class Reader(yaml.SafeLoader):
    """YAML with the types that JSON has."""


Reader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(path):
    with open(path, encoding="utf-8-sig") as file:
        return json.load(file) if path.endswith((".json", ".sarif")) else yaml.load(file, Reader)


schema = read(sys.argv[1])
kind = jsonschema.validators.validator_for(schema)
kind.check_schema(schema)
validator = kind(schema)
faults = 0
for path in sys.argv[2:]:
    for fault in sorted(validator.iter_errors(read(path)), key=lambda fault: list(map(str, fault.path))):
        faults += 1
        place = "/".join(str(step) for step in fault.absolute_path)
        print(f"{path}: /{place}: {fault.message[:300]}")
sys.exit(1 if faults else 0)
