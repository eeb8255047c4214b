import Foundation
import Site

extension Workspace {
  /// The site of the lessons here, its code coloured with what `highlights` remembers.
  func website(_ highlights: MemoryHighlightCache) -> Website {
    Website(
      version: Workspace.version, cache: highlights,
      images: .files(in: URL(fileURLWithPath: lessonsFolder)))
  }

  /// The colours of the code that was shown before.
  func rememberedHighlights() -> MemoryHighlightCache {
    MemoryHighlightCache(contentsOf: highlightsFile)
  }

  func remember(_ highlights: MemoryHighlightCache) {
    try? highlights.save(to: highlightsFile)
  }

  private var highlightsFile: URL {
    URL(fileURLWithPath: cacheFolder + "/highlighted.json")
  }
}

extension ImageSource {
  static func files(in folder: URL) -> ImageSource {
    ImageSource { path in
      (try? Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(path)"))).map(Array.init)
    }
  }
}
