/**
 * The messages of H.225.0, H.245, H.235, H.450.1 and H.460, declared once in ASN.1 notation
 * (resources of this package). Decoder, encoder and printer work from that declaration, and the
 * build makes the records from it that the rest of the stack speaks.
 */
@NullMarked
package parley.h323.schema;

import org.jspecify.annotations.NullMarked;
