package parley.core.plan;

import parley.core.call.Credentials;

/**
 * A user and the place its password stands at; the password itself is never part of a plan.
 *
 * @param user name of the account
 * @param passwordFrom where the password is read when it is needed
 */
public record Account(String user, PasswordSource passwordFrom) {
  /** Reads the password now. */
  public Credentials credentials() throws PasswordUnavailable {
    return new Credentials(user, passwordFrom.read());
  }
}
