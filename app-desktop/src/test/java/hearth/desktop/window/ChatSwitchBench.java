package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.model.ChatItem;
import hearth.desktop.Home;
import hearth.desktop.SeededLog;
import hearth.desktop.Ui;
import hearth.desktop.timeline.TimelineView;
import hearth.protocol.ChatId;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What it costs to go from chat to chat: the processor time of JavaFX's thread from the change to
/// the frame that shows the other chat's rows, and the memory of the process after it, in a window
/// over a real server with a thousand chats.
///
/// Prints its figures and asserts no times; runs only when it is named (see PERFORMANCE.md).
class ChatSwitchBench {
  private static final int CHATS = Integer.getInteger("hearth.switch.chats", 1_000);
  private static final int MESSAGES = 60;
  private static final int SWITCHES = Integer.getInteger("hearth.switch.count", 500);
  private static final int WARM = 50;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Random random = new Random(5);
  @TempDir Path folder;

  @Test
  void fromChatToChat() throws IOException {
    Home mira = Home.open(folder, "mira");
    mira.host();
    var me = Objects.requireNonNull(mira.main().server().me());
    mira.close();
    SeededLog.groups(folder.resolve("mira").resolve("server"), me, CHATS, MESSAGES);
    Home home = mira.reopen();
    try {
      Ui.await("all chats are there", () -> chats(home).size() > CHATS);
      Ui.focus(home.scene());
      List<ChatId> all = Ui.ask(() -> chats(home)).stream().map(ChatItem::id).toList();
      run(home, all, WARM);
      System.gc();
      double before = pss();
      long[] cpu = run(home, all, SWITCHES);
      double busy = pss();
      System.gc();
      System.out.printf(
          "switches=%d chats=%d fx_cpu_ms p50 %.1f p99 %.1f; heap after collection %d MB; PSS %.0f"
              + " MB before, %.0f after, %.0f after a collection%n",
          SWITCHES,
          CHATS,
          cpu[SWITCHES / 2] / 1e6,
          cpu[SWITCHES * 99 / 100] / 1e6,
          (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
          before,
          busy,
          pss());
    } finally {
      home.close();
    }
  }

  private static List<ChatItem> chats(Home home) {
    return List.copyOf(home.main().server().chats());
  }

  /// Processor time of each switch in nanoseconds, ascending.
  private long[] run(Home home, List<ChatId> all, int count) {
    long fx = Ui.ask(() -> Thread.currentThread().threadId());
    long[] cpu = new long[count];
    for (int i = 0; i < count; i++) {
      ChatId next = all.get(random.nextInt(all.size()));
      long begun = threads.getThreadCpuTime(fx);
      Ui.run(() -> home.main().server().currentProperty().set(next));
      Ui.await("its rows are shown", () -> isShown(home, next));
      Ui.settle();
      cpu[i] = threads.getThreadCpuTime(fx) - begun;
    }
    Arrays.sort(cpu);
    return cpu;
  }

  private static boolean isShown(Home home, ChatId chat) {
    TimelineView timeline = home.main().conversation().timeline();
    return timeline != null
        && timeline.model().chat().equals(chat)
        && timeline.list().lastProperty().get() >= 0;
  }

  /// The memory of this process in MB: what it shares is divided among all.
  private static double pss() throws IOException {
    String line =
        Files.readAllLines(Path.of("/proc/self/smaps_rollup")).stream()
            .filter(read -> read.startsWith("Pss:"))
            .findFirst()
            .orElseThrow();
    assertThat(Platform.isFxApplicationThread()).isFalse();
    return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
  }
}
