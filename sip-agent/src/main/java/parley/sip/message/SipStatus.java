package parley.sip.message;

import parley.core.call.Refusal;

/** Status codes in words, and core's reasons as status codes (RFC 3261 §21). */
public final class SipStatus {
  private SipStatus() {}

  public static String reason(int status) {
    return switch (status) {
      case 100 -> "Trying";
      case 180 -> "Ringing";
      case 183 -> "Session Progress";
      case 200 -> "OK";
      case 202 -> "Accepted";
      case 302 -> "Moved Temporarily";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 407 -> "Proxy Authentication Required";
      case 408 -> "Request Timeout";
      case 415 -> "Unsupported Media Type";
      case 420 -> "Bad Extension";
      case 422 -> "Session Interval Too Small";
      case 423 -> "Interval Too Brief";
      case 480 -> "Temporarily Unavailable";
      case 481 -> "Call/Transaction Does Not Exist";
      case 486 -> "Busy Here";
      case 487 -> "Request Terminated";
      case 488 -> "Not Acceptable Here";
      case 489 -> "Bad Event";
      case 491 -> "Request Pending";
      case 500 -> "Server Internal Error";
      case 501 -> "Not Implemented";
      case 503 -> "Service Unavailable";
      case 600 -> "Busy Everywhere";
      case 603 -> "Decline";
      case 606 -> "Not Acceptable";
      default -> status < 200 ? "Progress" : status < 300 ? "OK" : "Refused";
    };
  }

  public static Refusal refusal(int status) {
    return switch (status) {
      case 486, 600 -> Refusal.BUSY;
      case 603 -> Refusal.DECLINED;
      case 404, 410, 484, 485, 604 -> Refusal.NOT_FOUND;
      case 488, 606 -> Refusal.NOT_ACCEPTABLE;
      case 401, 403, 407 -> Refusal.UNAUTHORIZED;
      case 405, 415, 416, 420, 421, 501, 505 -> Refusal.UNSUPPORTED;
      case 408, 480, 504 -> Refusal.TIMEOUT;
      case 487 -> Refusal.CANCELLED;
      default -> Refusal.OTHER;
    };
  }

  public static int of(Refusal refusal) {
    return switch (refusal) {
      case BUSY -> 486;
      case DECLINED -> 603;
      case NOT_FOUND -> 404;
      case NOT_ACCEPTABLE -> 488;
      case UNAUTHORIZED -> 403;
      case UNSUPPORTED -> 415;
      case TIMEOUT -> 480;
      case CANCELLED -> 487;
      case OTHER -> 500;
    };
  }
}
