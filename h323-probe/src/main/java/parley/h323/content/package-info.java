/** H.239: who may show content, and the messages by which the two sides agree on it. Pure. */
@org.jspecify.annotations.NullMarked
package parley.h323.content;
