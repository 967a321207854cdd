package parley.core.call;

/** Why a call is refused, in words each protocol has a code for. */
public enum Refusal {
  BUSY,
  DECLINED,
  NOT_FOUND,
  /** Nothing in the offer can be used. */
  NOT_ACCEPTABLE,
  UNAUTHORIZED,
  UNSUPPORTED,
  TIMEOUT,
  CANCELLED,
  OTHER
}
