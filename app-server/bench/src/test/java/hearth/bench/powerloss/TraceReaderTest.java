package hearth.bench.powerloss;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TraceReaderTest {
  private static final Path FOLDER = Path.of("/data");

  @Test
  void callsOnFilesOfTheFolderAreRead() {
    assertThat(
            read(
                """
                7 openat(AT_FDCWD</home>, "/data/a", O_RDWR|O_CREAT|O_CLOEXEC, 0644) = 5</data/a>
                7 openat(AT_FDCWD</home>, "/data/b", O_RDONLY) = -1 ENOENT (No such file)
                7 openat(AT_FDCWD</home>, "/etc/hosts", O_RDONLY) = 6</etc/hosts>
                7 write(5</data/a>, "x\\0\\n\\"\\37701\\x41", 8) = 8
                7 write(5</data/a>, "y", 1) = 1
                7 pwrite64(5</data/a>, "zz", 2, 4096) = 2
                7 ftruncate(5</data/a>, 3) = 0
                7 rename("/data/a", "/data/b") = 0
                7 unlink("/data/b") = 0
                7 exit_group(0) = ?
                7 +++ killed by SIGKILL +++
                """))
        .isEqualTo(
            """
            create /data/a
            write /data/a 0 x\0
            "\u00FF01A
            write /data/a 8 y
            write /data/a 4096 zz
            truncate /data/a 3
            rename /data/a /data/b
            unlink /data/b\
            """);
  }

  @Test
  void aSyncHasABeginningAndAnEndAndOthersMayWriteBetween() {
    assertThat(
            read(
                """
                7 fdatasync(5</data/a> <unfinished ...>
                8 pwrite64(5</data/a>, "late", 4, 0 <unfinished ...>
                7 <... fdatasync resumed>)           = 0
                8 <... pwrite64 resumed>)            = 4
                7 fsync(9</data>)                    = 0
                8 fsync(5</data/a>) = -1 EIO (Input/output error)
                """))
        .isEqualTo(
            """
            sync 1 /data/a
            synced 1
            write /data/a 0 late
            sync 2 /data
            synced 2
            sync 3 /data/a\
            """);
  }

  @Test
  void whatIsToldCountsFromItsBeginning() {
    assertThat(
            read(
                """
                7 write(11<socket:[5]>, "{\\"seq\\":1}", 9 <unfinished ...>
                8 unlink("/data/none") = 0
                7 <... write resumed>) = 9
                7 writev(11<socket:[5]>, [{iov_base="one ", iov_len=4}, {iov_base="two", iov_len=3}], 2) = 7
                """))
        .isEqualTo("tell {\"seq\":1}\ntell one two");
  }

  private static String read(String trace) {
    List<Call> calls = TraceReader.read(trace, FOLDER);
    return calls.stream().map(TraceReaderTest::word).collect(Collectors.joining("\n"));
  }

  private static String word(Call call) {
    return switch (call) {
      case Call.Created(String path) -> "create " + path;
      case Call.Written(String path, long offset, ByteBuffer bytes) ->
          "write " + path + " " + offset + " " + ISO_8859_1.decode(bytes.duplicate());
      case Call.Truncated(String path, long size) -> "truncate " + path + " " + size;
      case Call.Renamed(String from, String to) -> "rename " + from + " " + to;
      case Call.Unlinked(String path) -> "unlink " + path;
      case Call.SyncBegan(String path, long id) -> "sync " + id + " " + path;
      case Call.SyncEnded(long id) -> "synced " + id;
      case Call.Told(String text) -> "tell " + text;
    };
  }
}
