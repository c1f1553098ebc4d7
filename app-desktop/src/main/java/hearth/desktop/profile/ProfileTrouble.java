package hearth.desktop.profile;

import hearth.desktop.text.Messages;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/// Why a profile's folder cannot be used, and what a person can do about it. Immutable.
///
/// @param said what the system said
public record ProfileTrouble(Kind kind, Path folder, String said) {

  /// What a refusal of the disk means.
  static ProfileTrouble of(IOException refused, Path folder) {
    return new ProfileTrouble(kindOf(refused), folder, String.valueOf(refused.getMessage()));
  }

  /// The system's own words are all that Java passes on of most errors; they are not translated.
  private static Kind kindOf(IOException refused) {
    if (refused instanceof AccessDeniedException) {
      return Kind.DENIED;
    }
    if (refused instanceof FileAlreadyExistsException) {
      return Kind.NO_FOLDER;
    }
    String reason = refused instanceof FileSystemException of ? of.getReason() : null;
    String said =
        (reason == null ? String.valueOf(refused.getMessage()) : reason).toLowerCase(Locale.ROOT);
    if (said.contains("read-only")) {
      return Kind.READ_ONLY;
    }
    if (said.contains("no space") || said.contains("quota") || said.contains("not enough space")) {
      return Kind.FULL;
    }
    if (said.contains("not a directory") || said.contains("no such file")) {
      return Kind.NO_FOLDER;
    }
    return said.contains("not permitted") ? Kind.DENIED : Kind.OTHER;
  }

  /// What happened and what to do next, in the language of now.
  public String sentence() {
    return switch (kind) {
      case READ_ONLY -> Messages.get("profile.read-only", folder.toString());
      case FULL -> Messages.get("profile.full", folder.toString());
      case DENIED -> Messages.get("profile.denied", folder.toString());
      case NO_FOLDER -> Messages.get("profile.no-folder", folder.toString());
      case OTHER -> Messages.get("profile.other", folder.toString(), said);
    };
  }

  /// What is wrong.
  public enum Kind {
    READ_ONLY,
    FULL,
    DENIED,
    /// There is none and it cannot be made: a disk is not connected, or a file is in its place.
    NO_FOLDER,
    OTHER
  }
}
