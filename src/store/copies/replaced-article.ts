/** Why the graph rests on an article no more: its page has a newer version, or a machine replaced words of another text by others. */
export type ReplacedCode = 'SUPERSEDED' | 'SPUN';

/** An article on which the graph is to rest no more. None leaves it otherwise: what makes it leave is counted and told by this. */
export interface ReplacedArticle {
  readonly id: string;
  readonly code: ReplacedCode;
  /** Id of the new article that showed it; where that is the spun one, its own. */
  readonly shownBy: string;
}
