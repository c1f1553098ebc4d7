package hearth.protocol;

/// The server's number of a person, positive, unique on that server for ever.
public record UserId(long value) implements Comparable<UserId> {
  public UserId {
    Checks.positive(value, "user");
  }

  @Override
  public int compareTo(UserId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return "user " + value;
  }
}
