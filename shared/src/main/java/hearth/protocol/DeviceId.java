package hearth.protocol;

/// The server's number of a device, positive and random, by which its person signs it out.
public record DeviceId(long value) {
  public DeviceId {
    Checks.positive(value, "device");
  }

  @Override
  public String toString() {
    return "device " + value;
  }
}
