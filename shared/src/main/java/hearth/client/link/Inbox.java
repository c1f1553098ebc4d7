package hearth.client.link;

/// Bounds the text that has come from links and waits for the client's thread: over it the link's
/// reading thread waits, and through TCP the server. Safe from any thread.
final class Inbox {
  /// Most characters that wait; one message of any allowed size always may.
  private static final int CHARACTERS = 16 * 1024 * 1024;

  /// What a message costs beside its characters: a flood of small ones is one too.
  private static final int PER_MESSAGE = 128;

  private long waiting;
  private boolean closed;

  /// Waits until there is room for a message.
  ///
  /// @return false where nobody takes messages any more
  synchronized boolean take(String text) {
    try {
      while (!closed && waiting > 0 && waiting + cost(text) > CHARACTERS) {
        wait();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
    waiting += cost(text);
    return !closed;
  }

  /// The client is done with a message.
  synchronized void done(String text) {
    waiting -= cost(text);
    notifyAll();
  }

  /// Nobody takes messages from now on.
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  private static int cost(String text) {
    return text.length() + PER_MESSAGE;
  }
}
