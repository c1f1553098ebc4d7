package hearth.desktop.window;

import hearth.client.model.ChatItem;
import hearth.desktop.Home;
import hearth.desktop.SeededLog;
import hearth.desktop.Ui;
import hearth.desktop.timeline.AnchoredList;
import hearth.desktop.timeline.TimelineItem;
import hearth.desktop.timeline.TimelineView;
import hearth.protocol.ChatId;
import hearth.protocol.UserId;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the window costs that its owner hosts in: going from chat to chat, walking a long history,
/// pasting too much. Processor time is that of JavaFX's thread, from the input to the frame that
/// shows what was asked for.
///
/// Prints its figures and asserts no times; runs only when it is named (see PERFORMANCE.md).
class WindowBench {
  private static final ChatId LOBBY = new ChatId(1);
  private static final int CHATS = Integer.getInteger("hearth.switch.chats", 1_000);
  private static final int SWITCHES = Integer.getInteger("hearth.switch.count", 500);
  private static final int WARM = 50;
  private static final int MESSAGES = 60;
  private static final int MANY = 50_000;
  private static final int PASTES = 20;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Random random = new Random(5);
  @TempDir Path folder;

  @Test
  void fromChatToChat() throws IOException {
    Seeding groups = (data, me) -> SeededLog.groups(data, me, CHATS, MESSAGES);
    try (Home home = open(groups)) {
      Ui.await("all chats are there", () -> chats(home).size() > CHATS);
      List<ChatId> all = Ui.ask(() -> chats(home)).stream().map(ChatItem::id).toList();
      run(home, all, WARM);
      System.gc();
      double before = pss();
      long[] cpu = run(home, all, SWITCHES);
      double busy = pss();
      System.gc();
      System.out.printf(
          "switches=%d chats=%d cpu ms p50 %.1f p99 %.1f; PSS %.0f MB before, %.0f after, %.0f"
              + " after a collection (heap %d MB)%n",
          SWITCHES,
          CHATS,
          cpu[SWITCHES / 2] / 1e6,
          cpu[SWITCHES * 99 / 100] / 1e6,
          before,
          busy,
          pss(),
          (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
    }
  }

  @Test
  void toTheFirstOfALongHistory() throws IOException {
    Seeding messages = (data, me) -> SeededLog.append(data, LOBBY, me, "Message", MANY);
    try (Home home = open(messages)) {
      Ui.await("the end is shown", () -> seqs(home)[1] > MANY);
      measure(
          "Home",
          () -> {
            key(home, KeyCode.HOME);
            Ui.await("the first is shown", () -> seqs(home)[0] == 1);
          });
      measure(
          "End",
          () -> {
            key(home, KeyCode.END);
            Ui.await("the end is shown", () -> seqs(home)[1] > MANY);
          });
      measure("page by page to the first of " + MANY, () -> walkUp(home));
      System.out.printf("PSS %.0f MB%n", pss());
    }
  }

  @Test
  void pastingTooMuch() throws IOException {
    try (Home home = open((data, me) -> {})) {
      TextArea field = (TextArea) home.find("#field");
      Ui.run(
          () ->
              Clipboard.getSystemClipboard()
                  .setContent(Map.of(DataFormat.PLAIN_TEXT, "x y".repeat(349_525))));
      long[] times = new long[PASTES];
      for (int i = 0; i < PASTES; i++) {
        long begun = System.nanoTime();
        Ui.run(field::paste);
        Ui.run(() -> home.scene().getRoot().layout());
        times[i] = System.nanoTime() - begun;
        Ui.run(field::clear);
      }
      System.out.printf("paste of 1 MB: first %.1f ms, ", times[0] / 1e6);
      Arrays.sort(times);
      System.out.printf("median %.1f, worst %.1f%n", times[PASTES / 2] / 1e6, times[19] / 1e6);
    }
  }

  private interface Seeding {
    void fill(Path data, UserId me);
  }

  /// The window of somebody who hosts and comes back to what there is then.
  private Home open(Seeding seeding) {
    Home first = Home.open(folder, "mira");
    first.host();
    UserId me = Objects.requireNonNull(first.main().server().me());
    first.close();
    seeding.fill(folder.resolve("mira").resolve("server"), me);
    Home home = first.reopen();
    home.find("#field");
    Ui.focus(home.scene());
    Ui.await("the connection stands", () -> home.main().server().isOnline());
    return home;
  }

  private interface Act {
    void run();
  }

  private void measure(String what, Act act) {
    long thread = Ui.ask(() -> Thread.currentThread().threadId());
    long cpu = threads.getThreadCpuTime(thread);
    long begun = System.nanoTime();
    act.run();
    System.out.printf(
        "%s: %d ms, cpu %d ms%n",
        what,
        (System.nanoTime() - begun) / 1_000_000,
        (threads.getThreadCpuTime(thread) - cpu) / 1_000_000);
  }

  private static void walkUp(Home home) {
    while (Ui.ask(() -> seqs(home)[0] > 1)) {
      long before = Ui.ask(() -> seqs(home)[0]);
      key(home, KeyCode.PAGE_UP);
      Ui.await("older ones come", () -> seqs(home)[0] < before);
    }
  }

  private static void key(Home home, KeyCode code) {
    Ui.run(() -> Objects.requireNonNull(home.main().conversation().messages()).requestFocus());
    Ui.press(home.scene(), code);
  }

  /// The seqs of the first and the last row in sight.
  private static long[] seqs(Home home) {
    TimelineView timeline = Objects.requireNonNull(home.main().conversation().timeline());
    home.scene().getRoot().layout();
    List<TimelineItem> items = timeline.model().items();
    AnchoredList<TimelineItem> list = timeline.list();
    int last = list.lastProperty().get();
    return last < 0
        ? new long[] {Long.MAX_VALUE, 0}
        : new long[] {
          items.get(list.firstProperty().get()).row().seq(), items.get(last).row().seq()
        };
  }

  private static List<ChatItem> chats(Home home) {
    return List.copyOf(home.main().server().chats());
  }

  /// Processor time of each switch in nanoseconds, ascending.
  private long[] run(Home home, List<ChatId> all, int count) {
    long thread = Ui.ask(() -> Thread.currentThread().threadId());
    long[] cpu = new long[count];
    for (int i = 0; i < count; i++) {
      ChatId next = all.get(random.nextInt(all.size()));
      long begun = threads.getThreadCpuTime(thread);
      Ui.run(() -> home.main().server().currentProperty().set(next));
      Ui.await("its rows are shown", () -> isShown(home, next));
      Ui.settle();
      cpu[i] = threads.getThreadCpuTime(thread) - begun;
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
    return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
  }
}
