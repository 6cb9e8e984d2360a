import type { Player } from './player.ts';
import type { Random } from './random.ts';

/** Something that happened, at a true moment (epoch ms), before any client got hold of it. */
export type Beat = {
  at: number;
  event_type: string;
  properties: Record<string, unknown>;
  attributes?: Record<string, unknown>;
  /** Reported by the game's server rather than by the client. */
  by_server?: boolean;
};

/** What a player carries from session to session. */
export type Progress = { sessions: number; level: number; attempt: number; linked: boolean };

/** A player's turn at something: who, when, and the chance to draw from. */
export type Turn = { player: Player; progress: Progress; at: number; random: Random };

/** Something players do. It may move the player's progress, which belongs to the studio's run. */
export type Activity = (turn: Turn) => Beat[];
