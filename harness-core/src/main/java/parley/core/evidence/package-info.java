/**
 * The signed archive of a run: an ASiC-E container (ETSI EN 319 162-1) with one CAdES signature
 * (ETSI EN 319 122-1) over a manifest that holds the SHA-256 digest of every file.
 *
 * <p>A bundle has exactly one correct form. The container, the manifest and the signature are each
 * rebuilt from what they say and compared octet by octet, so that nothing in the file can change
 * unnoticed, not even fields that no signature covers.
 */
@NullMarked
package parley.core.evidence;

import org.jspecify.annotations.NullMarked;
