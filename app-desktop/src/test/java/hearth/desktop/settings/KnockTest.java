package hearth.desktop.settings;

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

class KnockTest {
  @TempDir Path folder;
  private final BlockingQueue<Optional<Address>> heard = new LinkedBlockingQueue<>();
  private Profile profile;

  @BeforeEach
  void makeFolder() throws IOException {
    profile = new Profile("mira", Files.createDirectories(folder.resolve("mira")));
  }

  @Test
  void everySecondStartIsHeardByTheFirstWithItsInvitation() throws Exception {
    Address keyed = new Address("my-laptop.local", 7421, false, "3fa0".repeat(16));
    try (Knock listening = Knock.listen(profile, heard::add)) {
      assertThat(listening).isNotNull();
      Knock.at(profile, null);
      assertThat(next()).isEmpty();
      Knock.at(profile, keyed);
      assertThat(next()).contains(keyed);
      Knock.at(profile, null);
      assertThat(next()).isEmpty();
    }
    try (var left = Files.list(profile.folder())) {
      assertThat(left).containsExactly(profile.folder().resolve("knock"));
    }
  }

  @Test
  void whatIsNoAddressOrTooLongIsAKnockAllTheSame() throws Exception {
    try (Knock listening = Knock.listen(profile, heard::add)) {
      assertThat(listening).isNotNull();
      String host = "a".repeat(Knock.LONGEST + 1);
      for (String written : List.of("\0 not an address", "https://example.org/", host)) {
        Path file = Files.writeString(folder.resolve("written"), written);
        Files.move(file, profile.folder().resolve("knock"), StandardCopyOption.REPLACE_EXISTING);
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
