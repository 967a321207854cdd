/** Traversal, against captures where there are any. */
@org.jspecify.annotations.NullMarked
package parley.h323.traversal;
