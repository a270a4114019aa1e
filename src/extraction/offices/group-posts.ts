import type { Post } from './post.ts';
import type { PostContext } from './post-context.ts';
import type { PostGroup } from './post-groups.ts';
import { resolvePosts } from './posts.ts';

/** The offices of an article's groups, written out once for all readings of its names. */
export class GroupPosts {
  private readonly context: PostContext;
  private readonly resolved = new Map<
    PostGroup,
    { readonly neighbour: Post | null; readonly posts: readonly Post[] }
  >();

  constructor(context: PostContext) {
    this.context = context;
  }

  /** The same as `resolvePosts`. */
  resolve(group: PostGroup, neighbour: Post | null): readonly Post[] {
    const known = this.resolved.get(group);
    if (known?.neighbour === neighbour) return known.posts;
    const posts = resolvePosts(group, this.context, neighbour);
    this.resolved.set(group, { neighbour, posts });
    return posts;
  }
}
