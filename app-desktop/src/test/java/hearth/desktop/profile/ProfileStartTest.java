package hearth.desktop.profile;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.text.Language;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileStartTest {
  @TempDir Path folder;

  @BeforeEach
  void english() {
    Language.ENGLISH.use();
  }

  @Test
  void aFolderThatIsMissingIsMadeAndNothingIsLeftOfTheTry() {
    Profile profile = new Profile("mira", folder.resolve("new").resolve("mira"));
    ProfileStart start = ProfileStart.of(profile);
    assertThat(start).isInstanceOf(ProfileStart.Ready.class);
    assertThat(profile.folder().toFile().list()).containsExactly("lock");
    assertThat(ProfileStart.of(profile)).isEqualTo(new ProfileStart.OpenElsewhere(profile));
    if (start instanceof ProfileStart.Ready ready) {
      ready.lock().close();
    }
  }

  @Test
  void aFileInThePlaceOfTheFolderIsSaidAndTheProfileCanBeOpenedOnceItIsGone() throws IOException {
    Path place = Files.writeString(folder.resolve("hearth"), "in the way");
    Profile profile = new Profile("mira", place.resolve("mira"));
    assertThat(ProfileStart.of(profile))
        .isInstanceOfSatisfying(
            ProfileStart.Troubled.class,
            troubled -> {
              assertThat(troubled.trouble().kind()).isEqualTo(ProfileTrouble.Kind.NO_FOLDER);
              assertThat(troubled.trouble().sentence()).contains(profile.folder().toString());
            });
    Files.delete(place);
    ProfileStart now = ProfileStart.of(profile);
    assertThat(now).isInstanceOf(ProfileStart.Ready.class);
    if (now instanceof ProfileStart.Ready ready) {
      ready.lock().close();
    }
  }

  @Test
  void whatTheSystemSaysIsUnderstood() {
    assertThat(kind(new FileSystemException("x", null, "Read-only file system")))
        .isEqualTo(ProfileTrouble.Kind.READ_ONLY);
    assertThat(kind(new FileSystemException("x", null, "No space left on device")))
        .isEqualTo(ProfileTrouble.Kind.FULL);
    assertThat(kind(new IOException("No space left on device")))
        .isEqualTo(ProfileTrouble.Kind.FULL);
    assertThat(kind(new IOException("There is not enough space on the disk")))
        .isEqualTo(ProfileTrouble.Kind.FULL);
    assertThat(kind(new FileSystemException("x", null, "Disk quota exceeded")))
        .isEqualTo(ProfileTrouble.Kind.FULL);
    assertThat(kind(new AccessDeniedException("x"))).isEqualTo(ProfileTrouble.Kind.DENIED);
    assertThat(kind(new FileSystemException("x", null, "Operation not permitted")))
        .isEqualTo(ProfileTrouble.Kind.DENIED);
    assertThat(kind(new IOException("Input/output error"))).isEqualTo(ProfileTrouble.Kind.OTHER);
  }

  private ProfileTrouble.Kind kind(IOException refused) {
    ProfileTrouble trouble = ProfileTrouble.of(refused, folder);
    assertThat(trouble.sentence()).contains(folder.toString()).endsWith(".");
    return trouble.kind();
  }
}
