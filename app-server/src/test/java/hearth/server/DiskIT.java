package hearth.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hearth.protocol.Action;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Request.Append;
import hearth.protocol.Request.CatchUp;
import hearth.protocol.Request.FetchHistory;
import hearth.protocol.Request.Side;
import hearth.protocol.Response;
import hearth.protocol.SendId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A disk that takes nothing any more, under a server process: full, refusing, or read-only.
@EnabledOnOs(value = OS.LINUX, disabledReason = "needs mount namespaces, or prlimit")
class DiskIT {
  private static final int POSTS = 3_000;
  private static final String TEXT = "🔥".repeat(500);

  @TempDir Path data;
  private final Map<SendId, Long> answered = new HashMap<>();

  /// A disk of a few megabytes that this process alone sees; another file fills it up.
  @Test
  void onAFullDiskPostsAreRefusedUntilThereIsRoomAgain() throws Exception {
    assumeNamespaces();
    try (ServerProcess server =
        ServerProcess.start(data, mounting("mount -t tmpfs -o size=4m tmpfs \"$0\""))) {
      Path ballast =
          Path.of("/proc/" + server.pid() + "/root" + data.toAbsolutePath() + "/ballast");
      goThroughTrouble(server, () -> fillUp(ballast), () -> delete(ballast));
    }
  }

  /// The system refuses to write to any file; for machines where nothing may be mounted.
  @Test
  void whatADiskRefusesIsRefusedUntilItTakesItAgain() throws Exception {
    assumeTrue(succeeds("prlimit", "--fsize"), "there is no prlimit here");
    try (ServerProcess server = ServerProcess.start(data)) {
      String pid = "--pid=" + server.pid();
      goThroughTrouble(
          server,
          () -> assertThat(succeeds("prlimit", pid, "--fsize=0:")).isTrue(),
          () -> assertThat(succeeds("prlimit", pid, "--fsize=unlimited:")).isTrue());
    }
  }

  @Test
  void aReadOnlyDiskIsSaidAtStart() throws Exception {
    assumeNamespaces();
    try (var server = new ServerFixture(data)) {
      server.join("Ann").post("precious");
    }
    List<String> command =
        new ArrayList<>(mounting("mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\""));
    command.addAll(ServerProcess.command(data));
    Process process = new ProcessBuilder(command).start();
    assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8))
        .isEqualTo("The data folder " + data + " cannot be written to.\n");
    assertThat(process.waitFor()).isEqualTo(1);
  }

  /// Posts, meets the trouble, and posts again when it is over.
  private void goThroughTrouble(ServerProcess server, Runnable begin, Runnable end) {
    Peer ann = Peer.join(server.port(), "Ann");
    Peer ben = Peer.join(server.port(), "Ben");
    for (int i = 0; i < 10; i++) {
      assertThat(post(ann, newPost())).isTrue();
    }
    begin.run();
    List<Append> refused = new ArrayList<>();
    for (int i = 0; i < POSTS && refused.size() < 20; i++) {
      Append post = newPost();
      if (!post(ann, post)) {
        refused.add(post);
      }
    }
    assertThat(refused).hasSize(20);
    long head = answered.values().stream().mapToLong(seq -> seq).max().orElseThrow();
    var history =
        (Response.History) ben.call(new FetchHistory(Peer.LOBBY, Side.BEFORE, head + 1, 5));
    assertThat(history.page().rows().getLast().seq()).as("reading goes on").isEqualTo(head);
    Peer.resume(server.port(), ben.token());

    end.run();
    for (Append post : refused) {
      assertThat(post(ann, post)).as("stored now").isTrue();
    }
    assertThat(answered).isEqualTo(log(ben));
  }

  private static Append newPost() {
    return Peer.postRequest(TEXT);
  }

  /// Whether it was stored; refused for no other reason than the disk.
  private boolean post(Peer peer, Append post) {
    try {
      answered.put(post.sendId(), peer.append(post).seq());
      return true;
    } catch (FaultException refused) {
      assertThat(refused.fault()).isEqualTo(Fault.STORE_FAILED);
      return false;
    }
  }

  /// All messages, where no seq is left out.
  private static Map<SendId, Long> log(Peer peer) {
    Map<SendId, Long> log = new HashMap<>();
    long last = 0;
    Response.Entries page;
    do {
      page = (Response.Entries) peer.call(new CatchUp(Peer.LOBBY, last, null));
      for (Entry entry : page.entries()) {
        assertThat(entry.seq()).isEqualTo(++last);
        SendId id = entry.sendId();
        if (entry.action() instanceof Action.Post && id != null) {
          log.put(id, entry.seq());
        }
      }
    } while (page.more());
    return log;
  }

  private static void fillUp(Path ballast) {
    byte[] block = new byte[512];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private static void assumeNamespaces() throws Exception {
    assumeTrue(
        succeeds("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"),
        "nothing may be mounted here, not even in a namespace of one's own");
  }

  /// The command that runs the next with something mounted that it alone sees.
  private List<String> mounting(String mount) {
    return List.of("unshare", "-rm", "/bin/sh", "-c", mount + " && exec \"$@\"", data.toString());
  }

  private static boolean succeeds(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
