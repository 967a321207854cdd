package parley.profiles;

/** What a profile describes. */
public enum DeviceKind {
  DEVICE,
  MCU
}
