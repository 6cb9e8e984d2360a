-- One line a player: the sum of his purchases and the day of the last. It becomes one purchase on that day.
-- Dirty on purpose: '$1,234.50' as text, countries as English names, devices and countries UNKNOWN, blank days (quarantined).
WITH countries (name, code) AS (
  VALUES
    ('AFGHANISTAN', 'AF'), ('AUSTRALIA', 'AU'), ('BANGLADESH', 'BD'), ('BRAZIL', 'BR'), ('CANADA', 'CA'), ('CHINA', 'CN'),
    ('DENMARK', 'DK'), ('EGYPT', 'EG'), ('FRANCE', 'FR'), ('GERMANY', 'DE'), ('INDIA', 'IN'), ('IRAN', 'IR'), ('ITALY', 'IT'),
    ('JAPAN', 'JP'), ('MEXICO', 'MX'), ('NETHERLANDS', 'NL'), ('NORWAY', 'NO'), ('RUSSIA', 'RU'), ('SAUDI ARABIA', 'SA'),
    ('SOUTH KOREA', 'KR'), ('SPAIN', 'ES'), ('SRI LANKA', 'LK'), ('SWEDEN', 'SE'), ('SWITZERLAND', 'CH'), ('TURKEY', 'TR'),
    ('UK', 'GB'), ('USA', 'US')
)
SELECT
  'purchase' AS event_type,
  UserID AS player_id,
  LastPurchaseDate AS client_time,
  nullif(lower(Device), 'unknown') AS platform,
  code AS country,
  concat('iap-', UserID) AS transaction_id,
  CAST(replace(replace(InAppPurchaseAmount, '$', ''), ',', '') AS DECIMAL(12, 2)) * 100 AS amount,
  'USD' AS currency,
  {
    genre: GameGenre,
    segment: SpendingSegment,
    payment_method: PaymentMethod,
    session_count: SessionCount,
    days_to_first_purchase: FirstPurchaseDaysAfterInstall
  } AS attributes
FROM input
LEFT JOIN countries ON countries.name = Country
