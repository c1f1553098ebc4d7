package hearth.bench.powerloss;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DiskTest {
  private static final String FOLDER = "/data";
  private static final String A = "/data/a";
  private static final String B = "/data/b";

  private final Disk disk = new Disk();
  private final Random random = new Random(1);
  private long syncs;

  @Test
  void withoutASyncNothingNeedBeThere() {
    create(A);
    write(A, 0, "one");
    assertThat(left(0)).isEqualTo("{}");
    assertThat(left(1)).isEqualTo("{/data/a=one}");
  }

  @Test
  void aSyncedFileWhoseNameIsNotSyncedMayBeGone() {
    create(A);
    write(A, 0, "one");
    sync(A);
    assertThat(left(0)).isEqualTo("{}");
    sync(FOLDER);
    assertThat(left(0)).isEqualTo("{/data/a=one}");
  }

  @Test
  void onlyWhatWasWrittenBeforeTheSyncBeganIsSafe() {
    create(A);
    sync(FOLDER);
    write(A, 0, "one");
    disk.apply(new Call.SyncBegan(A, 99));
    write(A, 3, "two");
    assertThat(left(0)).isEqualTo("{/data/a=}");
    disk.apply(new Call.SyncEnded(99));
    assertThat(left(0)).isEqualTo("{/data/a=one}");
  }

  @Test
  void aTruncationIsLostLikeAnythingElse() {
    create(A);
    sync(FOLDER);
    write(A, 0, "long");
    sync(A);
    disk.apply(new Call.Truncated(A, 1));
    assertThat(left(0)).isEqualTo("{/data/a=long}");
    assertThat(left(1)).isEqualTo("{/data/a=l}");
    sync(A);
    assertThat(left(0)).isEqualTo("{/data/a=l}");
  }

  @Test
  void aRenamedFileIsUnderOneNameOrTheOther() {
    create(A);
    write(A, 0, "old");
    create(B);
    write(B, 0, "new");
    sync(A);
    sync(B);
    sync(FOLDER);
    disk.apply(new Call.Renamed(B, A));
    assertThat(left(0)).isEqualTo("{/data/a=old, /data/b=new}");
    assertThat(left(1)).isEqualTo("{/data/a=new}");
    disk.apply(new Call.Unlinked(A));
    assertThat(left(1)).isEqualTo("{}");
  }

  /// Each sector by itself: four combinations of two sectors come up.
  @Test
  void aWriteMayBeTornBetweenSectors() {
    create(A);
    sync(FOLDER);
    write(A, Disk.SECTOR - 1, "xy");
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      seen.add(left(0.5).replace("\0", ""));
    }
    assertThat(seen)
        .containsExactlyInAnyOrder("{/data/a=}", "{/data/a=x}", "{/data/a=y}", "{/data/a=xy}");
  }

  private void create(String path) {
    disk.apply(new Call.Created(path));
  }

  private void write(String path, long offset, String text) {
    disk.apply(new Call.Written(path, offset, ByteBuffer.wrap(text.getBytes(ISO_8859_1))));
  }

  private void sync(String path) {
    disk.apply(new Call.SyncBegan(path, ++syncs));
    disk.apply(new Call.SyncEnded(syncs));
  }

  private String left(double kept) {
    Map<String, String> files = new TreeMap<>();
    disk.afterPowerFailure(kept, random)
        .forEach((path, bytes) -> files.put(path, new String(bytes, ISO_8859_1)));
    return files.toString();
  }
}
