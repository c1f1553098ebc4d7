package hearth.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLockTest {
  @TempDir Path folder;

  @Test
  void oneHolderAtATimeByWhateverPath() throws Exception {
    Path file = folder.resolve("lock");
    Path link = folder.resolve("link");
    assertThat(ProcessLock.isHeld(file)).isFalse();
    ProcessLock held = ProcessLock.take(file).orElseThrow();
    Files.createSymbolicLink(link, file);
    assertThat(ProcessLock.take(file)).isEmpty();
    assertThat(ProcessLock.take(link)).isEmpty();
    assertThat(ProcessLock.isHeld(link)).isTrue();
    held.close();
    assertThat(ProcessLock.isHeld(file)).isFalse();
    ProcessLock next = ProcessLock.take(link).orElseThrow();
    held.close(); // again, which must not release the next holder's
    assertThat(ProcessLock.isHeld(file)).isTrue();
    next.close();
    assertThat(ProcessLock.isHeld(file)).isFalse();
  }

  @Test
  void whatIsWrittenReplacesTheWholeFile() throws Exception {
    Path file = folder.resolve("file");
    PrivateFiles.write(file, "a long text");
    PrivateFiles.write(file, "short");
    assertThat(file).hasContent("short");
    assertThat(folder.resolve("file.new")).doesNotExist();
  }
}
