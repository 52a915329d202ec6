-- Typing errors are looked up in the vocabulary of one language: an index of each finds the nearest words in a fifth of the time.

drop index vocabulary_similar;
create index vocabulary_nl on vocabulary using gist (word gist_trgm_ops (siglen = 64)) where language = 'nl';
create index vocabulary_fr on vocabulary using gist (word gist_trgm_ops (siglen = 64)) where language = 'fr';
create index vocabulary_de on vocabulary using gist (word gist_trgm_ops (siglen = 64)) where language = 'de';
create index vocabulary_en on vocabulary using gist (word gist_trgm_ops (siglen = 64)) where language = 'en';

-- Whether a word begins one that is known.
create index vocabulary_beginning on vocabulary (language, word collate "C");
