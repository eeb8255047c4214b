// swift-tools-version: 6.2
import PackageDescription

// Set by `./lectern`, and by nobody who depends on the engine from a package of their own: SwiftPM
// refuses them a package with unsafe flags, and would fetch what only the command line needs. See
// Sources/Engine/README.md.
let isProject = Context.environment["LECTERN_PROJECT"] != nil

// One build tree for the tools, the tests and the lessons: everything is built in the debug
// configuration, but what computes is optimised all the same. Pages and commands are not:
// optimising them would cost a newcomer's first build more than it ever saves.
let optimised: [SwiftSetting] =
  isProject ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : []
let strict: SwiftSetting = .treatAllWarnings(as: .error)
let swiftSettings: [SwiftSetting] = optimised + [strict]

// The kernels' bits depend on none of these; see Sources/CKernels/Lanes/rounding.h.
let kernelSettings: [CSetting] =
  isProject ? [.unsafeFlags(["-O3", "-Wall", "-Wextra", "-Werror"])] : []

let package = Package(
  name: "lectern",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "lectern", targets: ["lectern"]),
    .library(name: "Engine", targets: ["Engine", "Recommender", "Worksheet", "Plots", "Display"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .target(
      name: "CKernels",
      cSettings: kernelSettings),
    // Data: the compiler reads the files through #embed.
    .target(name: "CMovieLens", exclude: ["latest-small"]),
    .target(name: "Display", swiftSettings: swiftSettings),
    .target(name: "Plots", dependencies: ["Display"], swiftSettings: swiftSettings),
    .target(
      name: "Engine", dependencies: ["CKernels", "Display", "Plots"], exclude: ["README.md"],
      swiftSettings: swiftSettings),
    .target(
      name: "Worksheet", dependencies: ["Engine", "CKernels", "Display"],
      swiftSettings: swiftSettings),
    .target(
      name: "Recommender", dependencies: ["CKernels", "CMovieLens", "Engine", "Display", "Plots"],
      swiftSettings: swiftSettings),
    .target(
      name: "Lessons", dependencies: ["CMark", .product(name: "Yams", package: "Yams")],
      swiftSettings: swiftSettings),
    .target(
      name: "Running",
      dependencies: [
        "Lessons", "CKernels",
        .product(name: "SwiftSyntax", package: "swift-syntax"),
        .product(name: "SwiftParser", package: "swift-syntax"),
      ], swiftSettings: swiftSettings),
    .target(
      name: "Site",
      dependencies: [
        "Lessons", "Running", "Display", "Plots",
        .product(name: "SwiftSyntax", package: "swift-syntax"),
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftIDEUtils", package: "swift-syntax"),
      ],
      resources: [.embedInCode("Theme/style.css"), .embedInCode("Theme/lectern.js")],
      swiftSettings: [strict]),
    .executableTarget(
      name: "lectern",
      dependencies: [
        "CKernels", "Display", "Plots", "Engine", "Worksheet", "Recommender", "Lessons", "Running",
        "Site",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: [strict],
      // The steps of a lesson are loaded into this program and find the engine in it.
      linkerSettings: [.unsafeFlags(["-Xlinker", "--export-dynamic"], .when(platforms: [.linux]))]),
    .testTarget(name: "DisplayTests", dependencies: ["Display"], swiftSettings: [strict]),
    .testTarget(name: "PlotsTests", dependencies: ["Plots"], swiftSettings: [strict]),
    .testTarget(
      name: "EngineTests", dependencies: ["Engine", "CKernels"], resources: [.copy("Reference")],
      swiftSettings: [strict]),
    .testTarget(
      name: "WorksheetTests", dependencies: ["Worksheet"], resources: [.copy("Reference")],
      swiftSettings: [strict]),
    .testTarget(
      name: "RecommenderTests",
      dependencies: ["Recommender", "Engine", "CKernels", "CMovieLens", "Running"],
      resources: [.copy("Reference")],
      swiftSettings: [strict]),
    .testTarget(name: "LessonsTests", dependencies: ["Lessons"], swiftSettings: [strict]),
    .testTarget(
      name: "RunningTests", dependencies: ["Running", "lectern"], swiftSettings: [strict]),
    .testTarget(
      name: "LecternTests", dependencies: ["lectern"], exclude: ["Data/publisher.py"],
      swiftSettings: [strict]),
    .testTarget(name: "SiteTests", dependencies: ["Site"], swiftSettings: [strict]),
    .testTarget(
      name: "LessonTests", dependencies: ["lectern", "Lessons", "Running"],
      exclude: ["Reference"], swiftSettings: [strict]),
  ]
)

if !isProject {
  let commandLine: Set = [
    "CMark", "Lessons", "Running", "Site", "lectern", "RecommenderTests", "LessonsTests",
    "RunningTests", "LecternTests", "SiteTests", "LessonTests",
  ]
  package.targets.removeAll { commandLine.contains($0.name) }
  package.products.removeAll { $0.name == "lectern" }
  package.dependencies = []
}
