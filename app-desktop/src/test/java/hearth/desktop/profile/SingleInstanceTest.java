package hearth.desktop.profile;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {
  @TempDir Path folder;
  private final BlockingQueue<Optional<Address>> heard = new LinkedBlockingQueue<>();
  private Profile profile;

  @BeforeEach
  void makeFolder() throws IOException {
    profile = new Profile("mira", Files.createDirectories(folder.resolve("mira")));
  }

  @Test
  void theFirstAppHearsEverySecondStartWithItsInvitation() throws Exception {
    Address keyed = new Address("my-laptop.local", 7421, false, "3fa0".repeat(16));
    try (SingleInstance listening = SingleInstance.listen(profile, heard::add)) {
      assertThat(listening).isNotNull();
      SingleInstance.activate(profile, null);
      assertThat(next()).isEmpty();
      SingleInstance.activate(profile, keyed);
      assertThat(next()).contains(keyed);
      SingleInstance.activate(profile, null);
      assertThat(next()).isEmpty();
    }
    try (var left = Files.list(profile.folder())) {
      assertThat(left).containsExactly(profile.folder().resolve("activate"));
    }
  }

  @Test
  void anInvalidOrTooLongInvitationStillActivatesTheWindow() throws Exception {
    try (SingleInstance listening = SingleInstance.listen(profile, heard::add)) {
      assertThat(listening).isNotNull();
      String host = "a".repeat(SingleInstance.MAX_BYTES + 1);
      for (String written : List.of("\0 not an address", "https://example.org/", host)) {
        Path file = Files.writeString(folder.resolve("written"), written);
        Files.move(file, profile.folder().resolve("activate"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(next()).as(written).isEmpty();
      }
    }
  }

  private Optional<Address> next() throws InterruptedException {
    Optional<Address> next = heard.poll(30, TimeUnit.SECONDS);
    assertThat(next).as("what is heard").isNotNull();
    return next;
  }
}
