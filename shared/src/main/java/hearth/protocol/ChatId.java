package hearth.protocol;

/// The server's number of a chat, positive, unique on that server for ever.
public record ChatId(long value) implements Comparable<ChatId> {
  public ChatId {
    Checks.positive(value, "chat");
  }

  @Override
  public int compareTo(ChatId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return "chat " + value;
  }
}
