// The system's libyaml (Debian: libyaml-dev), seen from Swift. Imported by Sources/Syntax/YAML alone.
#include <yaml.h>
