// swift-tools-version: 6.2
import PackageDescription

/// One set of settings for every target of ours: Swift 6 mode, the upcoming features that make a
/// file's head tell its coupling, and no warning left standing.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// What works hard when the tests run is optimised in a debug build, too: compiling it from nothing
/// takes three times as long, proving the shipped rulebooks a twentieth of the time. Overflow and
/// preconditions are checked as ever. For a debugger take the flag out.
let houseOptimised = house + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// Tests are loaded with `@testable`-free `package` access; macros of Swift Testing expand to code
/// that strict memory safety would mark, so tests go without that one flag.
let houseForTests: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// The floors, lowest first. A target may import only what it names here; the tidy test compares the
// imports of every file with this list, because the build alone does not enforce it.
let package = Package(
  name: "fengqiao",
  products: [
    .executable(name: "fengqiao", targets: ["fengqiao"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "SourceText", swiftSettings: houseOptimised),
    .target(name: "Syntax", dependencies: ["CYAML", "SourceText"], swiftSettings: houseOptimised),
    .target(name: "Model", dependencies: ["SourceText"], swiftSettings: houseOptimised),
    .target(
      name: "Compiler", dependencies: ["Syntax", "Model", "SourceText"],
      swiftSettings: houseOptimised),
    .target(name: "Engine", dependencies: ["Model", "SourceText"], swiftSettings: houseOptimised),
    .target(
      name: "Verifier", dependencies: ["Engine", "Model", "SourceText"],
      swiftSettings: houseOptimised),
    .target(
      name: "Workbench", dependencies: ["Engine", "Model", "SourceText"], swiftSettings: house),
    .target(
      name: "Runtime",
      dependencies: [
        "Engine", "Model", "SourceText", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: house),
    .target(name: "CPostgres"),
    .target(
      name: "Store",
      dependencies: [
        "CPostgres", "SourceText", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: house),
    .target(name: "CJSONLines"),
    .target(
      name: "Batch", dependencies: ["CJSONLines", "Engine", "Model", "SourceText"],
      swiftSettings: house),
    .target(
      name: "Desk",
      dependencies: ["Compiler", "Runtime", "Store", "Engine", "Model", "SourceText"],
      swiftSettings: house),
    .executableTarget(
      name: "fengqiao",
      dependencies: [
        "SourceText", "Syntax", "Model", "Compiler", "Engine", "Verifier", "Workbench", "Runtime",
        "Batch", "Store", "Desk",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
    .executableTarget(
      name: "rehearse",
      dependencies: ["Batch", "Compiler", "Engine", "Model", "SourceText"],
      path: "benchmarks/batch/Rehearse", swiftSettings: houseForTests),
    .executableTarget(
      name: "scribe", dependencies: ["SourceText", "Store"], path: "benchmarks/store/Scribe",
      swiftSettings: houseForTests),
    .target(
      name: "TestSupport", dependencies: ["Engine", "Model", "SourceText"],
      path: "Tests/TestSupport",
      swiftSettings: houseForTests),
    .testTarget(
      name: "SourceTextTests", dependencies: ["SourceText", "TestSupport"],
      swiftSettings: houseForTests),
    .testTarget(
      name: "SyntaxTests", dependencies: ["Syntax", "SourceText", "TestSupport"],
      exclude: ["Samples"],
      swiftSettings: houseForTests),
    .testTarget(
      name: "ModelTests", dependencies: ["Model", "SourceText", "TestSupport"],
      exclude: ["Vectors"], swiftSettings: houseForTests),
    .testTarget(
      name: "CompilerTests",
      dependencies: ["Compiler", "Syntax", "Model", "SourceText", "TestSupport"],
      swiftSettings: houseForTests),
    .testTarget(
      name: "VerifierTests",
      dependencies: ["Verifier", "Engine", "Compiler", "Model", "SourceText", "TestSupport"],
      swiftSettings: houseForTests),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: ["Workbench", "Engine", "Compiler", "Model", "SourceText", "TestSupport"],
      swiftSettings: houseForTests),
    .testTarget(
      name: "EngineTests",
      dependencies: ["Engine", "Compiler", "Syntax", "Model", "SourceText", "TestSupport"],
      swiftSettings: houseForTests),
    .testTarget(
      name: "BatchTests",
      dependencies: [
        "Batch", "CJSONLines", "Engine", "Compiler", "Syntax", "Model", "SourceText", "TestSupport",
      ],
      swiftSettings: houseForTests),
    .testTarget(
      name: "RuntimeTests",
      dependencies: [
        "Runtime", "Engine", "Compiler", "Syntax", "Model", "SourceText", "TestSupport",
      ],
      swiftSettings: houseForTests),
    .testTarget(
      name: "DeskTests",
      dependencies: [
        "Desk", "Store", "Runtime", "Engine", "Compiler", "Model", "SourceText", "TestSupport",
      ],
      swiftSettings: houseForTests),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Store", "scribe", "SourceText", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: houseForTests),
    .testTarget(
      name: "TidyTests", dependencies: ["SourceText", "TestSupport"], exclude: ["ratchet.txt"],
      swiftSettings: houseForTests),
    .testTarget(
      name: "ToolTests", dependencies: ["fengqiao", "SourceText", "TestSupport"],
      swiftSettings: houseForTests),
  ]
)
