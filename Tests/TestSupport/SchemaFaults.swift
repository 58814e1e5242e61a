package import Foundation

/// What an independent validator (Debian's python3-jsonschema) finds wrong with files, a line each;
/// empty where nothing is. A folder stands for all YAML and JSON files below it.
package func schemaFaults(of paths: [String], against schema: URL, in folder: URL) throws -> String
{
  let script = Repository.url("Tests/Schemas/validate.py").path
  let command = Command("/usr/bin/python3", [script, schema.path] + paths, in: folder)
  let result = try command.run()
  return result.output + result.errors
}
